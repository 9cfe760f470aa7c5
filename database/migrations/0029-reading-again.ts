// A reading that was cut short is taken up again, and not for ever: how often it was is counted on the paper.
export const readingAgain = /* sql */ `
alter table documents add column read_again int not null default 0;
create index documents_being_read on documents (service_id, sent_at) where state = 'reading';
grant update (read_again) on documents to worker;
`;
