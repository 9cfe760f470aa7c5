// What was typed in a call that went on in a case we had: kept with the call until somebody had the time to write it down there.
export const linkedCalls = /* sql */ `
alter table calls drop constraint an_ended_call_keeps_no_answers;
alter table calls add constraint an_ended_call_keeps_no_answers
  check (ended_at is null or outcome = 'linked' or answers = '{}');
create index calls_with_words_left on calls (service_id, ended_at) where outcome = 'linked' and answers <> '{}';
`;
