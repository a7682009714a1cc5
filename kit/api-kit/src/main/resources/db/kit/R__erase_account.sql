-- Takes a person out of the record: wherever a column names accounts (its comment says so), the account becomes
-- "erased". What was decided stays, with its time and reason; who it was cannot be told any more. For the owner of the
-- schema alone: the app may change no history. docs/privacy.md says when and how.
--
-- person: subject or user name of the account. Answers which columns were changed and in how many rows.
create or replace function erase_account(person text) returns table (place text, changed bigint) language plpgsql as $$
declare
    named record;
begin
    for named in
        select t.relname as table_name, c.attname as column_name
        from pg_attribute c join pg_class t on t.oid = c.attrelid
        where t.relnamespace = current_schema::regnamespace and t.relkind = 'r' and c.attnum > 0
          and col_description(t.oid, c.attnum) in ('subject of the token', 'account of a person')
        order by 1, 2
    loop
        execute format('update %I set %I = ''erased'' where %I = $1', named.table_name, named.column_name, named.column_name)
            using person;
        get diagnostics changed = row_count;
        place := named.table_name || '.' || named.column_name;
        if changed > 0 then
            return next;
        end if;
    end loop;
    delete from kept_reply where caller = person;
    get diagnostics changed = row_count;
    place := 'kept_reply';
    if changed > 0 then
        return next;
    end if;
end
$$;
revoke execute on function erase_account(text) from public;
