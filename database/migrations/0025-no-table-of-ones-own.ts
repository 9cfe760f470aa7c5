// Nobody can put a table of their own before the wall's. PostgreSQL looks among a session's temporary tables first unless the search
// path names them last, so a temporary `staff` made its writer a manager in the eyes of `i_manage()`.
export const noTableOfOnesOwn = /* sql */ `
do $$
declare f regprocedure;
begin
  for f in select p.oid from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef loop
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f);
  end loop;
end $$;
`;
