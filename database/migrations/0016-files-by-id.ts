// Finds the row of stored bytes by their id, for the nightly sweep that removes bytes without a row.
export const filesById = /* sql */ `
create unique index files_by_stored_id on files ((storage->>'fileId')) where storage->>'fileId' is not null;
`;
