-- What a row is found by, as before, but each text is folded once instead of once for every language, and an empty title costs nothing.
create or replace function search_vector(title text, body text) returns tsvector
language sql immutable parallel safe
begin atomic
  select case when t = '' then ''::tsvector else setweight(to_tsvector('pg_catalog.simple', t), 'A') end
    || setweight(to_tsvector('pg_catalog.simple', b), 'B')
    || case when t = '' then ''::tsvector else setweight(search_stems(t), 'C') end
    || strip(search_stems(b))
  -- "offset 0" keeps the two texts from being written out, and worked out, wherever they are named
  from (select search_words(left(coalesce(title, ''), 2000)) as t, search_words(left(coalesce(body, ''), 50000)) as b offset 0) folded;
end;
