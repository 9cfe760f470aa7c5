// Everybody from whom a call was taken over: after a second time the first adviser's window must still be told, with what it had typed.
export const whoHadTheCall = /* sql */ `
alter table calls add had_before uuid[] not null default '{}';
update calls set had_before = array[taken_over_from] where taken_over_from is not null;
grant update (had_before) on calls to app;
`;
