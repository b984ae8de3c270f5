// The role and the name that elements have for assistive technology, as far as journeys ask for them: WAI-ARIA 1.2 and Accessible Name 1.2 without what this page
// does not use. Only where a browser tells no script of them: `names-are-as-the-browser-says` holds this to what each browser says itself.
const assistive = (() => {
    const ROLES = {
        article: 'article', aside: 'complementary', body: 'body', button: 'button', code: 'code', datalist: 'listbox', details: 'group', dd: 'definition',
        dialog: 'dialog', dt: 'term', em: 'emphasis', fieldset: 'group', footer: 'contentinfo', h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading',
        h5: 'heading', h6: 'heading', header: 'banner', hr: 'separator', li: 'listitem', main: 'main', mark: 'mark', math: 'math', nav: 'navigation',
        ol: 'list', option: 'option', output: 'status', p: 'paragraph', progress: 'progressbar', strong: 'strong', summary: 'button', table: 'table',
        tbody: 'rowgroup', td: 'cell', textarea: 'textbox', th: 'columnheader', thead: 'rowgroup', time: 'time', tr: 'row', ul: 'list',
    };
    const INPUTS = { button: 'button', checkbox: 'checkbox', number: 'spinbutton', radio: 'radio', range: 'slider', search: 'searchbox', submit: 'button', text: 'textbox' };
    const NAMED_BY_CONTENT = ['button', 'cell', 'checkbox', 'columnheader', 'heading', 'link', 'menuitem', 'option', 'radio', 'row', 'rowheader', 'switch', 'tab', 'tooltip'];

    const role = (element) => {
        const said = element.getAttribute('role')?.trim().split(/\s+/)[0];
        if (said) return said === 'none' ? 'presentation' : said;
        const tag = element.localName;
        if (tag === 'a') return element.hasAttribute('href') ? 'link' : 'generic';
        if (tag === 'section') return hasOwnName(element) ? 'region' : 'generic';
        if (tag === 'select') return element.multiple || element.size > 1 ? 'listbox' : 'combobox';
        if (tag === 'input') return element.list ? 'combobox' : INPUTS[element.type] ?? 'textbox';
        return ROLES[tag] ?? 'generic';
    };

    const hasOwnName = (element) => ['aria-label', 'aria-labelledby', 'title'].some((key) => element.getAttribute(key)?.trim());
    const isHidden = (element) => element.ariaHidden === 'true' || !element.checkVisibility({ visibilityProperty: true });

    // What a sheet of styles writes around the content.
    const written = (element, where) => {
        const { content, display } = getComputedStyle(element, where);
        const text = content.match(/^"(.*)"$/)?.[1] ?? '';
        return text && display !== 'inline' ? ` ${text} ` : text;
    };

    // What a label is being read for: its value is no part of its name.
    let own = null;
    const content = (element) => {
        let text = written(element, '::before');
        for (const node of element.childNodes) {
            if (node.nodeType === Node.TEXT_NODE) {
                text += node.data;
            } else if (node.nodeType === Node.ELEMENT_NODE && node !== own && !isHidden(node)) {
                const part = node.localName === 'br' ? ' ' : named(node, true, true);
                const inline = node.namespaceURI !== 'http://www.w3.org/1999/xhtml' || /^(inline|contents)$/.test(getComputedStyle(node).display);
                text += inline ? part : ` ${part} `;
            }
        }
        return text + written(element, '::after');
    };

    // `within` says that the name is part of another's, `labelled` that no more labels are followed.
    const named = (element, within, labelled) => {
        const ids = element.getAttribute('aria-labelledby')?.trim();
        if (ids && !labelled) {
            const labels = ids.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean);
            const all = labels.map((label) => named(label, true, true)).join(' ');
            if (all.trim()) return all;
        }
        const label = element.getAttribute('aria-label');
        if (label?.trim()) return label;
        if (within && element.matches('input:not([type=checkbox], [type=radio]), textarea')) return element.value;
        if (within && element.matches('select')) return element.selectedOptions[0]?.label ?? '';
        const labels = [...(element.labels ?? [])];
        if (labels.length && !within) {
            own = element;
            const all = labels.map((one) => content(one)).join(' ');
            own = null;
            return all;
        }
        const first = { fieldset: 'legend', details: 'summary', svg: 'title', table: 'caption' }[element.localName];
        const titled = first && element.querySelector(`:scope > ${first}`);
        if (titled && element.localName !== 'details') return content(titled);
        if (element.localName === 'img') return element.alt;
        if (within || NAMED_BY_CONTENT.includes(role(element)) || element.localName === 'summary') {
            const text = content(element);
            if (text.trim()) return text;
        }
        return element.getAttribute('title') ?? element.getAttribute('placeholder') ?? '';
    };

    return { role, name: (element) => named(element, false, false).replace(/\s+/g, ' ').trim() };
})();
if (!('computedRole' in Element.prototype)) {
    Object.defineProperties(Element.prototype, {
        computedRole: { get() { return assistive.role(this); } },
        computedName: { get() { return assistive.name(this); } },
    });
}
