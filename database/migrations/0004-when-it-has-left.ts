// A family reads a letter once it has left us, and a paper once the letter or the certificate that carries it is theirs.
// What is only prepared for the post belongs to nobody yet.
export const whenItHasLeft = /* sql */ `
drop policy my_own on letters;
create policy my_own on letters for select to app using (
  person_id = (select my_person()) and case_id = any ((select my_cases())::uuid[])
  and (channel = 'email' and state <> 'cancelled' or state = 'posted'));

drop policy my_own on papers;
create policy my_own on papers for select to app using (
  person_id = (select my_person()) and case_id = any ((select my_cases())::uuid[]) and replaced_at is null
  and (certificate_version_id is null or certificate_version_id in (select v.id from certificate_versions v where v.id = certificate_version_id))
  and (letter_id is null or letter_id in (select l.id from letters l where l.id = letter_id)));

drop policy my_own on files;
create policy my_own on files for select to app using (id in (
  select p.file_id from papers p where p.person_id = (select my_person()) and p.file_id is not null));

drop policy my_own on letter_papers;
create policy my_own on letter_papers for select to app using (letter_id in (
  select l.id from letters l where l.person_id = (select my_person())));
`;
