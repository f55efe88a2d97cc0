(function () {
  const el = id => document.getElementById(id);
  const rows = [...document.querySelectorAll('details')];
  const counts = {};
  for (const t of document.querySelectorAll('tr[data-c]')) counts[t.dataset.c] = (counts[t.dataset.c] || 0) + 1;
  for (const o of [...el('c').options]) if (o.value && !counts[o.value]) o.remove();
  function apply() {
    const outcome = el('o').value, least = +el('s').value, code = el('c').value, word = el('q').value.toLowerCase();
    let shown = 0;
    for (const r of rows) {
      let any = !least && !code;
      for (const t of r.querySelectorAll('tr[data-c]')) {
        const hit = +t.dataset.s >= least && (!code || t.dataset.c === code);
        t.hidden = !hit;
        any = any || hit;
      }
      r.hidden = !(any && (!outcome || r.dataset.o === outcome) && r.dataset.n.includes(word));
      if (!r.hidden) shown++;
      if (code && !r.hidden) r.open = true;
    }
    el('n').textContent = shown + ' / ' + rows.length;
  }
  function speak(en) {
    document.body.classList.toggle('en', en);
    el('lang').textContent = en ? '中文' : 'English';
    for (const o of document.querySelectorAll('option')) {
      o.textContent = (en ? o.dataset.en : o.dataset.zh) + (counts[o.value] ? ' (' + counts[o.value] + ')' : '');
    }
  }
  for (const id of ['o', 's', 'c', 'q']) el(id).addEventListener('input', apply);
  for (const b of document.querySelectorAll('button[data-o]')) b.addEventListener('click', () => { el('o').value = b.dataset.o; apply(); });
  el('lang').addEventListener('click', () => speak(!document.body.classList.contains('en')));
  document.querySelector('form').addEventListener('submit', e => e.preventDefault());
  speak(false);
  apply();
})();
