// Packs to post with a certificate come first: the same order as that of the lists, so that a service with many packs reads a few rows.
export const certificatesPostedFirst = /* sql */ `
drop index letters_to_post;
create index letters_to_post on letters
  (service_id, (case when template in ('certificate', 'certificate-corrected') then 0 else 1 end), queued_at, id) where state = 'to-post';
`;
