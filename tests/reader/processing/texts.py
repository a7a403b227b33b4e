"""Random texts for property tests, dense with what the rules are about."""

from hypothesis import strategies as st

FRAGMENTS = st.sampled_from(
    [
        *("https://a.no/b_c?d=1", "post@firma.no", "min_fil.txt", "C:\\x\\y.doc", "/etc/x", "~/b", "www.x.no", "____"),
        *(
            "1 000,5",
            "1,000.5",
            "000",
            "10.30",
            "3.5.2017",
            "48-åring",
            '5"',
            "NRK",
            "I",
            "Å",
            "ordet",
            "mer",
            "Hva",
            "水",
        ),
        *"«»“”\"'‘’–—-•….?!:,()[]%ßİŉ\t\n\u2028",
        *("..", "''", "   ", " "),
    ]
)
TEXTS = st.one_of(
    st.text(), st.lists(FRAGMENTS, max_size=12).map("".join), st.lists(FRAGMENTS, max_size=12).map(" ".join)
)
