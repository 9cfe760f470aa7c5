// A changed address holds papers for a day unless a second person agrees; a call can be taken over by a manager, and one that was
// never finished is let go; a telephone number is compared without looking behind the wall; a link that is over is blanked.
export const heldPapers = /* sql */ `
alter table contact_points
  add column changed_by uuid references accounts,
  add column papers_held_until timestamptz,
  add column agreed_by uuid references accounts,
  add column agreed_at timestamptz,
  add column telephone_key text generated always as (case when kind = 'telephone' then search_telephone(value) end) stored,
  add constraint a_hold_has_a_cause check (papers_held_until is null or changed_by is not null),
  add constraint a_second_person_agrees check (agreed_by is null or (papers_held_until is not null and agreed_by <> changed_by)),
  add constraint agreeing_has_a_moment check ((agreed_by is null) = (agreed_at is null));
create index held_addresses on contact_points (service_id, papers_held_until)
  where papers_held_until is not null and agreed_at is null and until_at is null;
create index contact_points_by_telephone on contact_points (service_id, telephone_key)
  where telephone_key is not null and until_at is null;

-- A way to reach somebody is ended and replaced, never overwritten; so a hold can be agreed to, and not taken off.
revoke update on contact_points from app;
grant update (until_at, agreed_by, agreed_at) on contact_points to app;

alter table calls
  add column taken_over_from uuid references accounts,
  add column taken_over_at timestamptz,
  add constraint taking_over_has_a_moment check ((taken_over_from is null) = (taken_over_at is null)),
  drop constraint how_a_call_ended,
  add constraint how_a_call_ended check (outcome in (
    'certificate-issued', 'certificate-prepared', 'authority-told', 'chase', 'no-certificate-needed', 'manager-decides',
    'late-not-issued', 'contact-recorded', 'linked', 'transferred', 'nothing-to-record', 'never-finished'));
-- A manager goes on with a call of somebody who went home, in their own name.
create policy managers_take_over on calls for update to app
  using (service_id = (select my_desk()) and (select i_manage()))
  with check (service_id = (select my_desk()) and (select i_manage()) and account_id = (select my_account()));
grant update (account_id, taken_over_from, taken_over_at) on calls to app;
grant update (ended_at, outcome, answers, version) on calls to worker;

-- The kept text of a letter loses the secret of its link once the link is over.
grant update (body_text, body_html) on letters to worker;
`;
