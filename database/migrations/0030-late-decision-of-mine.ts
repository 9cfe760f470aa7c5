// What a manager decided about somebody's late contact is theirs to know: their page then says whether a certificate comes.
export const lateDecisionOfMine = /* sql */ `
create policy my_own on late_decisions for select to app using (participation_id = any ((select my_participations())::uuid[]));
`;
