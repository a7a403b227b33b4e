// Highlights the hovered or focused sentence with its partner, and in both the words linked to the hovered one.
// Without this script the page is a plain parallel text.
"use strict";
(() => {
  const main = document.querySelector("main");
  const sentences = Array.from(main.querySelectorAll(".s"));
  if (sentences.length === 0) return;
  document.documentElement.classList.add("js");

  const inSource = (sentence) => sentence.closest(".source") !== null;
  const columns = { true: sentences.filter(inSource), false: sentences.filter((each) => !inSource(each)) };

  // The sentence and its partner, the source first.
  const pairOf = (sentence) => Array.from(sentence.closest(".row").querySelectorAll(`.s[data-s="${sentence.dataset.s}"]`));
  const partnerOf = (sentence) => pairOf(sentence).find((each) => each !== sentence);

  // ---- Words: marked up when their sentence is first hovered ----

  const linksOf = (sentence) => {
    const all = sentence.closest(".row").dataset.words;
    const numbers = ((all || "").split(";")[sentence.dataset.s] || "").split(" ").filter(Boolean).map(Number);
    return Array.from({ length: numbers.length / 4 }, (_, i) => numbers.slice(4 * i, 4 * i + 4));
  };

  const markUp = (sentence, spans) => {
    const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
    const nodes = [];
    for (let at = 0; walker.nextNode(); at += walker.currentNode.length) nodes.push([walker.currentNode, at]);
    const edges = Array.from(new Set(spans.flat())).sort((a, b) => a - b);
    for (const [node, start] of nodes) {
      const end = start + node.length;
      const cuts = [start, ...edges.filter((edge) => start < edge && edge < end), end];
      const parts = cuts.slice(1).map((to, i) => {
        const part = document.createTextNode(node.data.slice(cuts[i] - start, to - start));
        const links = spans.flatMap(([s, e], link) => (s <= cuts[i] && to <= e ? [link] : []));
        if (links.length === 0) return part;
        const word = document.createElement("span");
        word.className = "w";
        word.dataset.links = links.join(" ");
        word.append(part);
        return word;
      });
      node.replaceWith(...parts);
    }
  };

  const ready = new WeakSet();
  const prepare = (pair) => {
    if (ready.has(pair[0])) return false;
    ready.add(pair[0]);
    const links = linksOf(pair[0]);
    if (links.length === 0 || pair.length < 2) return false;
    markUp(pair[0], links.map((link) => link.slice(0, 2)));
    markUp(pair[1], links.map((link) => link.slice(2)));
    return true;
  };

  const linksAt = (word) => word.dataset.links.split(" ");
  const wordsIn = (sentence) => Array.from(sentence.querySelectorAll(".w"));

  // ---- Highlighting ----

  let highlighted = [];
  const clear = () => {
    for (const each of highlighted) each.classList.remove("highlighted");
    highlighted = [];
  };
  const highlight = (sentence, word) => {
    clear();
    const pair = pairOf(sentence);
    const wanted = word ? new Set(linksAt(word)) : new Set();
    const words = pair.flatMap(wordsIn).filter((each) => linksAt(each).some((link) => wanted.has(link)));
    highlighted = [...pair, ...words];
    for (const each of highlighted) each.classList.add("highlighted");
  };

  // ---- The pointer ----

  const focused = () => (document.activeElement.matches(".s") ? document.activeElement : null);
  const rest = () => {
    clear();
    if (focused()) highlight(focused(), current);
  };
  const point = (event) => {
    const sentence = event.target.closest(".s");
    if (sentence === null) return rest();
    let at = event.target;
    // Marking up its words replaces the hovered node.
    if (prepare(pairOf(sentence))) at = document.elementFromPoint(event.clientX, event.clientY) || at;
    highlight(sentence, at.closest(".w"));
  };
  main.addEventListener("pointerover", point);
  main.addEventListener("pointerleave", rest);

  // ---- The keyboard: Tab reaches one sentence, arrows the others ----

  let current = null; // the word
  const reach = (sentence) => {
    for (const each of main.querySelectorAll(".s[tabindex]")) each.removeAttribute("tabindex");
    sentence.tabIndex = 0;
  };
  const go = (sentence) => {
    if (!sentence) return;
    reach(sentence);
    sentence.focus();
  };
  const step = (sentence, by) => {
    const column = columns[inSource(sentence)];
    go(column[column.indexOf(sentence) + by]);
  };
  const stepWord = (sentence, by) => {
    const words = wordsIn(sentence);
    const at = words.indexOf(current);
    current = words[at < 0 ? (by > 0 ? 0 : words.length - 1) : at + by] || current;
    highlight(sentence, current);
  };
  const keys = {
    ArrowDown: (sentence) => step(sentence, 1),
    ArrowUp: (sentence) => step(sentence, -1),
    ArrowRight: (sentence) => stepWord(sentence, 1),
    ArrowLeft: (sentence) => stepWord(sentence, -1),
    Enter: (sentence) => go(partnerOf(sentence)),
    Escape: (sentence) => sentence.blur(),
  };
  main.addEventListener("keydown", (event) => {
    if (!event.target.matches(".s") || !(event.key in keys)) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    keys[event.key](event.target);
  });
  main.addEventListener("focusin", (event) => {
    if (!event.target.matches(".s")) return;
    const sentence = event.target;
    const partner = partnerOf(sentence);
    current = null;
    prepare(pairOf(sentence));
    if (partner) {
      // So that a screen reader reads the translation too.
      partner.id = partner.id || `${partner.closest(".row").id}-${inSource(partner) ? "s" : "t"}${partner.dataset.s}`;
      sentence.setAttribute("aria-describedby", partner.id);
    }
    highlight(sentence, null);
  });
  main.addEventListener("focusout", clear);
  // A click gives the focus to what has a tabindex only.
  main.addEventListener("click", (event) => {
    const sentence = event.target.closest(".s");
    if (sentence !== null && event.target.closest("a") === null && getSelection().isCollapsed) {
      reach(sentence);
      sentence.focus({ preventScroll: true });
      point(event);
    }
  });

  reach(sentences[0]);
})();
