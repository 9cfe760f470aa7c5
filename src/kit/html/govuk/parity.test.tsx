// Our components write the same HTML as govuk-frontend's own templates, for every example that project publishes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { h, type VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { BackLink } from './back-link.tsx';
import { Button } from './button.tsx';
import { CharacterCount } from './character-count.tsx';
import { Checkboxes } from './checkboxes.tsx';
import { DateInput } from './date-input.tsx';
import { Details } from './details.tsx';
import { ErrorMessage } from './error-message.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Fieldset } from './fieldset.tsx';
import { FileUpload } from './file-upload.tsx';
import { Hint } from './hint.tsx';
import { Input } from './input.tsx';
import { InsetText } from './inset-text.tsx';
import { Label } from './label.tsx';
import { NotificationBanner } from './notification-banner.tsx';
import { Radios } from './radios.tsx';
import { Select } from './select.tsx';
import { SkipLink } from './skip-link.tsx';
import { SummaryList } from './summary-list.tsx';
import { Tag } from './tag.tsx';
import { Textarea } from './textarea.tsx';
import { WarningText } from './warning-text.tsx';

// oxlint-disable-next-line typescript/no-explicit-any -- the fixtures are another project's untyped data
type Given = any;

/** The fixtures give HTML as strings, which our components rightly refuse; it is put in through an element that is then ignored. */
const raw = (html: string) => h('x-raw', { dangerouslySetInnerHTML: { __html: html } });
const wordsOf = (o: Given, name = 'text', html = 'html') =>
  o?.[html] ? raw(o[html]) : (o?.caller ?? (o?.[name] == null ? undefined : String(o[name])));

function attributesOf(given: Given): Given {
  if (!given) return undefined;
  return Object.fromEntries(
    Object.entries<Given>(given).map(([name, value]) => {
      if (typeof value !== 'object' || value === null) return [name, String(value ?? '')];
      if (value.optional && (value.value == null || value.value === false)) return [name, undefined];
      return [name, value.optional && value.value === true ? '' : String(value.value)];
    }),
  );
}

/** Turns any object with text, html and attributes into our props. */
const plain = (o: Given): Given => o && { ...o, text: wordsOf(o), attributes: attributesOf(o.attributes) };
const groupOf = (o: Given, before: string, after: string): Given =>
  o && {
    classes: o.classes,
    attributes: attributesOf(o.attributes),
    before: wordsOf(o[before]),
    after: wordsOf(o[after]),
  };

const field = (o: Given): Given => ({
  ...o,
  attributes: attributesOf(o.attributes),
  label: plain(o.label),
  hint: plain(o.hint),
  errorMessage: plain(o.errorMessage),
  prefix: plain(o.prefix),
  suffix: plain(o.suffix),
  inputWrapper: plain(o.inputWrapper),
  formGroup: groupOf(o.formGroup, 'beforeInput', 'afterInput'),
});
const several = (o: Given): Given => ({
  ...field(o),
  formGroup: groupOf(o.formGroup, 'beforeInputs', 'afterInputs'),
  fieldset: o.fieldset && { ...plain(o.fieldset), legend: plain(o.fieldset.legend), children: undefined },
  items: o.items?.map(
    (item: Given) =>
      item && {
        ...plain(item),
        hint: plain(item.hint),
        label: plain(item.label),
        conditional: item.conditional?.html ? raw(item.conditional.html) : undefined,
      },
  ),
});
const actions = (o: Given): Given => o && { ...o, items: o.items?.map(plain) };
const child = (o: Given): Given => ({ ...plain(o), children: wordsOf(o) });

/** govuk's "day", "month" and "year" options are items of ours, in that order. */
function dateItems(o: Given): Given {
  if (o.items?.length) {
    return o.items.filter(Boolean).map((item: Given) => {
      const part = ['day', 'month', 'year'].find((name) => item.name === name || item.name === o[name]?.name);
      return { ...plain(item), value: item.value ?? (part && o[part]?.value) };
    });
  }
  return ['day', 'month', 'year']
    .filter((name) => o[name] !== null && o[name] !== false)
    .map((name) => ({
      ...plain(o[name] ?? {}),
      name: o[name]?.name ?? name,
      attributes: attributesOf(o[name]?.attributes),
    }));
}

const COMPONENTS: Record<string, (o: Given) => VNode<Given>> = {
  'back-link': (o) => h(BackLink, child(o)),
  button: (o) =>
    h(Button, { ...child(o), children: o.isStartButton && o.html ? h('span', null, raw(o.html)) : wordsOf(o) }),
  'character-count': (o) => h(CharacterCount, field(o)),
  checkboxes: (o) => h(Checkboxes, several(o)),
  'date-input': (o) => h(DateInput, { ...several(o), items: dateItems(o) }),
  details: (o) => h(Details, { ...child(o), summary: wordsOf(o, 'summaryText', 'summaryHtml') }),
  'error-message': (o) => h(ErrorMessage, plain(o)),
  'error-summary': (o) =>
    h(ErrorSummary, {
      ...plain(o),
      title: wordsOf(o, 'titleText', 'titleHtml'),
      description: wordsOf(o, 'descriptionText', 'descriptionHtml'),
      errorList: o.errorList?.map(plain),
    }),
  fieldset: (o) => h(Fieldset, { ...plain(o), legend: plain(o.legend), children: o.html && raw(o.html) }),
  'file-upload': (o) => h(FileUpload, field(o)),
  hint: (o) => h(Hint, plain(o)),
  input: (o) => h(Input, field(o)),
  'inset-text': (o) => h(InsetText, child(o)),
  label: (o) => h(Label, plain(o)),
  'notification-banner': (o) =>
    h(NotificationBanner, {
      ...plain(o),
      title: wordsOf(o, 'titleText', 'titleHtml'),
      text: o.text,
      children: o.html && raw(o.html),
    }),
  radios: (o) => h(Radios, several(o)),
  select: (o) =>
    h(Select, {
      ...field(o),
      items: (o.items ?? []).filter(Boolean).map((item: Given) => ({
        ...item,
        value: item.value === false ? 'false' : item.value,
        attributes: attributesOf(item.attributes),
      })),
    }),
  'skip-link': (o) => h(SkipLink, child(o)),
  'summary-list': (o) =>
    h(SummaryList, {
      ...plain(o),
      rows: (o.rows ?? [])
        .filter(Boolean)
        .map((row: Given) => ({ ...row, key: plain(row.key), value: plain(row.value), actions: actions(row.actions) })),
      card: o.card && { ...plain(o.card), title: plain(o.card.title), actions: actions(o.card.actions) },
    }),
  tag: (o) => h(Tag, child(o)),
  textarea: (o) => h(Textarea, field(o)),
  'warning-text': (o) => h(WarningText, child(o)),
};

const ENHANCED = 'we keep the plain file field: it works on every telephone without script';
/** Examples that we do not match, each with its reason. */
const NOT_MATCHED: Record<string, string> = {
  'character-count: with translations': 'our script takes its words from the page language, not from attributes',
  'file-upload: enhanced': ENHANCED,
  'file-upload: enhanced, with error message and hint': ENHANCED,
  'file-upload: enhanced, multiple files': ENHANCED,
  'file-upload: enhanced, custom wrapper classes and attributes': ENHANCED,
  'file-upload: translated': ENHANCED,
};

/** One form for HTML that means the same: attributes sorted, spaces between elements dropped. */
function sameForm(html: string): string {
  const write = (node: Tree.ChildNode | Tree.DocumentFragment): string => {
    if (node.nodeName === '#text') return (node as Tree.TextNode).value.replace(/\s+/g, ' ');
    if (node.nodeName === '#comment') return '';
    const children = 'childNodes' in node ? node.childNodes.map(write).join('') : '';
    if (!('tagName' in node) || node.tagName === 'x-raw') return children;
    const attributes = node.attrs
      .filter((a) => a.name !== 'class' || a.value.trim() !== '')
      .map(
        (a) =>
          `${a.name}="${a.name === 'class' ? a.value.split(/\s+/).filter(Boolean).sort().join(' ') : a.value.trim().replace(/\s+/g, ' ')}"`,
      )
      .sort();
    return `<${[node.tagName, ...attributes].join(' ')}>${children}</${node.tagName}>`;
  };
  return write(parseFragment(html))
    .replace(/\s*(<[^>]+>)\s*/g, '$1')
    .trim();
}

const folder = createRequire(import.meta.url)
  .resolve('govuk-frontend/dist/govuk/components/button/fixtures.json')
  .replace(/button\/fixtures\.json$/, '');

for (const [component, build] of Object.entries(COMPONENTS)) {
  describe(component, () => {
    const published = JSON.parse(readFileSync(`${folder}${component}/fixtures.json`, 'utf8')) as {
      fixtures: { name: string; options: Given; html: string }[];
    };
    it.each(published.fixtures.filter(({ name }) => !(`${component}: ${name}` in NOT_MATCHED)))(
      '$name',
      ({ options, html }) => {
        expect(sameForm(render(build(options)))).toBe(sameForm(html));
      },
    );
  });
}

it('names only examples that exist among those it does not match', () => {
  for (const key of Object.keys(NOT_MATCHED)) {
    const [component, name] = key.split(': ') as [string, string];
    const published = JSON.parse(readFileSync(`${folder}${component}/fixtures.json`, 'utf8')) as {
      fixtures: { name: string }[];
    };
    expect(published.fixtures.map((fixture) => fixture.name)).toContain(name);
  }
});
