// Every page of a case shows its earlier decisions too, and the only index by case held the one that stands: all others were read through.
export const decisionsOfCase = /* sql */ `
create index decisions_of_case on decisions (case_id, made_at);
`;
