// A picture that was erased is not shown, at the front door as at the desk: so the front door may see that it was.
export const frontSeesErased = /* sql */ `
grant select (erased_at) on files to front;
`;
