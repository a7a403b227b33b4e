"""Files as a scanner makes them: each page an image, a little turned and blurred."""

import io

import pypdfium2
from PIL import Image, ImageFilter

_DPI = 300


def scanned(file: bytes, turn: float = 0.0, blur: float = 0.0, dpi: int = _DPI) -> bytes:
    """The pages of a file as images, turned to the left by degrees, and blurred by a radius in pixels."""
    images = [_image(page, turn, blur, dpi) for page in pypdfium2.PdfDocument(file)]
    out = io.BytesIO()
    images[0].save(out, "PDF", save_all=True, append_images=images[1:], resolution=dpi)
    return out.getvalue()


def _image(page: pypdfium2.PdfPage, turn: float, blur: float, dpi: int) -> Image.Image:
    image: Image.Image = page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    if turn:
        image = image.rotate(turn, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return image.filter(ImageFilter.GaussianBlur(blur)) if blur else image
