// What a service adds to the program's letters in its own words, by letter.
export const letterWords = /* sql */ `
alter table services add column letter_words jsonb not null default '{}' constraint letter_words_by_letter check (jsonb_typeof(letter_words) = 'object');
`;
