// Keys, and marks that light up with their claims. Every page works without it.
(() => {
  "use strict";
  const all = (what, under = document) => [...under.querySelectorAll(what)];
  const typing = (target) => target.closest("input, select, textarea, [contenteditable]");

  // ── rows and marks ──
  let row = -1;
  const move = (step) => {
    const rows = all("[data-row]");
    if (!rows.length) return;
    rows[row]?.classList.remove("here");
    row = Math.max(0, Math.min(rows.length - 1, row + step));
    rows[row].classList.add("here");
    rows[row].scrollIntoView({ block: "nearest" });
    (rows[row].querySelector("a.go") || rows[row].querySelector("h2 a, h3 a") || rows[row].querySelector("a") || rows[row]).focus({ preventScroll: true });
  };
  let mark = -1;
  const turn = (step) => {
    const marks = all(".text mark, mark.w");
    if (!marks.length) return;
    mark = (mark + step + marks.length) % marks.length;
    marks[mark].scrollIntoView({ block: "center" });
    light(marks[mark].dataset.claims?.split(" ") || []);
    all("mark.here").forEach((one) => one.classList.remove("here"));
    marks[mark].classList.add("here");
  };

  // ── a text and its claims light up together ──
  const light = (claims) => {
    all(".text mark").forEach((one) => one.classList.toggle("lit", one.dataset.claims.split(" ").some((id) => claims.includes(id))));
    all(".claim").forEach((one) => one.classList.toggle("lit", claims.includes(one.dataset.claim)));
  };
  const text = document.getElementById("text");
  if (text) {
    const held = () => (location.hash.startsWith("#c-") ? [location.hash.slice(3)] : new URLSearchParams(location.search).getAll("claim"));
    const rest = () => light(held());
    text.addEventListener("mouseover", (event) => {
      const over = event.target.closest("mark");
      if (over) light(over.dataset.claims.split(" "));
    });
    text.addEventListener("mouseleave", rest);
    text.addEventListener("click", (event) => {
      const over = event.target.closest("mark");
      if (over) document.getElementById("r-" + over.dataset.claims.split(" ")[0])?.scrollIntoView({ block: "nearest" });
    });
    all(".claim").forEach((one) => {
      one.addEventListener("mouseenter", () => light([one.dataset.claim]));
      one.addEventListener("mouseleave", rest);
      one.addEventListener("focusin", () => light([one.dataset.claim]));
    });
    addEventListener("hashchange", rest);
    rest();
  }

  // ── the keys ──
  const help = () => {
    const known = document.querySelector("dialog");
    if (known) return known.close();
    const dialog = document.createElement("dialog");
    dialog.setAttribute("aria-label", "Keys");
    const list = document.createElement("dl");
    list.className = "says keys";
    for (const [key, does] of [["/", "search"], ["j k", "rows"], ["] [", "marks"], ["g t", "talks"], ["g p", "positions"], ["g h", "today"],
      ["g d", "disputes"], ["x n u", "in review: same, not the same, unsure"], ["space z", "in review: later, undo"], ["?", "close"]]) {
      const line = document.createElement("div"), dt = document.createElement("dt"), dd = document.createElement("dd"), kbd = document.createElement("kbd");
      kbd.textContent = key; dd.textContent = does; dt.append(kbd); line.append(dt, dd); list.append(line);
    }
    dialog.append(list);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  };
  const places = { t: "talks", p: "positions", h: "today", d: "disputes" };
  const go = (key) => all("nav.main a").find((one) => new RegExp(`(^|/)${places[key]}(\\.html)?$`).test(one.getAttribute("href")))?.click();
  let waiting = 0;
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      document.activeElement?.closest(".fact, .cell")?.classList.add("shut");
      if (typing(event.target)) event.target.blur();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const key = event.key;
    if (waiting && Date.now() - waiting < 1500 && places[key]) { waiting = 0; event.preventDefault(); go(key); return; }
    waiting = 0;
    const button = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (key === "/") { event.preventDefault(); document.getElementById("q")?.focus(); }
    else if (key === "?") help();
    else if (key === "g") waiting = Date.now();
    else if (key === "j" || key === "k") move(key === "j" ? 1 : -1);
    else if (key === "]" || key === "[") turn(key === "]" ? 1 : -1);
    else if (button && !event.target.closest("button, summary")) { event.preventDefault(); button.click(); }
  });
  addEventListener("focusout", (event) => event.target.closest?.(".shut")?.classList.remove("shut"));

  // ── on a phone, where one is stays in sight ──
  const shown = document.querySelector("nav.main [aria-current], nav.main .within");
  const bar = shown?.closest("nav");
  if (bar && bar.scrollWidth > bar.clientWidth) bar.scrollLeft = shown.offsetLeft - (bar.clientWidth - shown.offsetWidth) / 2;

  // ── whoever decides says so once ──
  const names = all("input[name=who]");
  names.forEach((one) => {
    try { if (!one.value) one.value = sessionStorage.getItem("who") || ""; } catch { /* a page from disk has no storage */ }
    one.addEventListener("change", () => { try { sessionStorage.setItem("who", one.value); } catch { /* the same */ } names.forEach((other) => { other.value ||= one.value; }); });
  });
})();
