// The one place where markup that was not built by a component may stand: our own constants, such as a drawing.
// Everything else is escaped by the renderer; the linter bans the property used here in every other file.

declare const constant: unique symbol;

/** Markup that a programmer wrote in this repository. It cannot be made from a string that came at run time. */
export type ConstantMarkup = string & { readonly [constant]: true };

/** Marks a template literal without holes as our own markup. */
export function constantMarkup(literal: TemplateStringsArray, ...holes: never[]): ConstantMarkup {
  if (holes.length > 0 || literal.length !== 1) throw new TypeError('Constant markup takes no values.');
  return literal[0] as ConstantMarkup;
}

/** Draws the inside of an SVG from constant markup. Without a title it is hidden from screen readers. */
export function Drawing({
  viewBox,
  class: name,
  title,
  inside,
}: {
  viewBox: string;
  class?: string;
  title?: string;
  inside: ConstantMarkup;
}) {
  return (
    <svg
      class={name}
      viewBox={viewBox}
      focusable="false"
      {...(title === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': title })}
      dangerouslySetInnerHTML={{ __html: inside }}
    />
  );
}
