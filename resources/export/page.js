// Lights the partner of the sentence that is pointed at or has the focus, and in it the words that belong to
// the word. Without this script the page is a plain parallel text.
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

  // ---- Words: cut out of their sentence when it is first pointed at ----

  const linksOf = (sentence) => {
    const all = sentence.closest(".row").dataset.words;
    const numbers = ((all || "").split(";")[sentence.dataset.s] || "").split(" ").filter(Boolean).map(Number);
    return Array.from({ length: numbers.length / 4 }, (_, i) => numbers.slice(4 * i, 4 * i + 4));
  };

  const cut = (sentence, spans) => {
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
    cut(pair[0], links.map((link) => link.slice(0, 2)));
    cut(pair[1], links.map((link) => link.slice(2)));
    return true;
  };

  const linksAt = (word) => word.dataset.links.split(" ");
  const wordsIn = (sentence) => Array.from(sentence.querySelectorAll(".w"));

  // ---- Light ----

  let lit = [];
  const putOut = () => {
    for (const each of lit) each.classList.remove("lit");
    lit = [];
  };
  const light = (sentence, word) => {
    putOut();
    const pair = pairOf(sentence);
    const wanted = word ? new Set(linksAt(word)) : new Set();
    const words = pair.flatMap(wordsIn).filter((each) => linksAt(each).some((link) => wanted.has(link)));
    lit = [...pair, ...words];
    for (const each of lit) each.classList.add("lit");
  };

  // ---- The pointer ----

  const focused = () => (document.activeElement.matches(".s") ? document.activeElement : null);
  const rest = () => {
    putOut();
    if (focused()) light(focused(), current);
  };
  const point = (event) => {
    const sentence = event.target.closest(".s");
    if (sentence === null) return rest();
    let at = event.target;
    // Cutting out its words puts others in the place of what is pointed at.
    if (prepare(pairOf(sentence))) at = document.elementFromPoint(event.clientX, event.clientY) || at;
    light(sentence, at.closest(".w"));
  };
  main.addEventListener("pointerover", point);
  main.addEventListener("pointerleave", rest);

  // ---- The keyboard: one sentence can be reached with Tab, from there the arrows go on ----

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
    light(sentence, current);
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
    light(sentence, null);
  });
  main.addEventListener("focusout", putOut);
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
