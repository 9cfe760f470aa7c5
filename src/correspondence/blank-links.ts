// Takes the secrets of links out of the kept words of letters once they open nothing: the letter stays, its link is over.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../program.ts';
import type { LetterTemplate } from './words.ts';

/** What stands in a kept letter where the secret of its link stood. */
const BLANKED = 'this-link-is-over';

export interface LinksOver {
  readonly serviceId: string;
  readonly template: LetterTemplate;
  /** The path of the link up to its secret. */
  readonly path: string;
  /** SQL over a row of `letters`: its link opens nothing any more. */
  readonly isOver: RawBuilder<boolean>;
}

/** Blanks them. Quiet for letters that were blanked before. The caller is `worker`. */
export async function blankLinks(tx: Tx, { serviceId, template, path, isOver }: LinksOver): Promise<void> {
  const blanked = (column: 'body_text' | 'body_html') =>
    sql<string>`regexp_replace(${sql.ref(column)}, ${`${path}[A-Za-z0-9_-]+`}, ${path + BLANKED}, 'g')`;
  await tx
    .updateTable('letters')
    .set({ body_text: blanked('body_text'), body_html: blanked('body_html') })
    .where('service_id', '=', serviceId)
    .where('template', '=', template)
    .where('body_text', 'not like', `%${path}${BLANKED}%`)
    .where(isOver)
    .execute();
}
