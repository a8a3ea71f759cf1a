-- Words as people search for them: folding, the index of a text, and the query of what somebody typed.
-- How to use them is told in server/platform/text-search.ts. Bodies are bound when they are made, so no search_path matters later.

create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

-- Lower case, without accents, one form of each letter: 'Sähkö' and 'sahko', 'Ещё' and 'еще' become the same.
-- The ICU collation makes it independent of the locale that the database was created with.
create function fold(words text) returns text
language sql immutable strict parallel safe
return public.unaccent('public.unaccent'::regdictionary, lower(normalize(words, nfkc) collate "und-x-icu"));

-- Folded letters and digits with single spaces between them: nothing that the parser could take for an address, a number
-- with a sign, or an operator. Both sides of a search go through here.
create function search_words(words text) returns text
language sql immutable strict parallel safe
return btrim(regexp_replace(left(fold(words), 60000) collate "und-x-icu", '[^[:alnum:]]+', ' ', 'g'));

-- The stems of folded words. The Russian configuration stems words in Latin letters as English.
create function search_stems(words text) returns tsvector
language sql immutable strict parallel safe
return to_tsvector('pg_catalog.russian', words) || to_tsvector('pg_catalog.finnish', words)
  || to_tsvector('pg_catalog.spanish', words);

-- What a row is found by. A: the title as written, B: the body as written (its first 50,000 characters), C: stems of the
-- title; stems of the body come without positions, which halves the size and counts as weight D.
create function search_vector(title text, body text) returns tsvector
language sql immutable parallel safe
begin atomic
  select setweight(to_tsvector('pg_catalog.simple', t.words), 'A') || setweight(to_tsvector('pg_catalog.simple', b.words), 'B')
    || setweight(search_stems(t.words), 'C') || strip(search_stems(b.words))
  from (select search_words(left(coalesce(title, ''), 2000)) as words) t,
    (select search_words(left(coalesce(body, ''), 50000)) as words) b;
end;

-- Beginnings under which the other forms of a word are found, for words whose stems do not meet. In Finnish, weak and
-- strong grade (pyyntö, pyynnöt) and the stems in -us, -as, -in (tilaukset, asiakkaan, palvelimen); in Spanish -ciones.
create function search_cuts_latin(word text) returns setof text
language sql immutable strict parallel safe
begin atomic
  with base (b) as (
    select regexp_replace(word, '[aeiouyj]+$', '')
    union
    select regexp_replace(stem, '[aeiouyj]+$', '') from unnest(ts_lexize('finnish_stem', word)) stem where word !~ 'in$'
  ), rule (ending, other) as (
    values ('', ''), ('(?<=[aeiouy])ks$', 's'), ('(?<=[aeiouy])s$', 'ks'), ('(?<=[uy])s$', 'd'), ('(?<=[uy])[dt]$', 's'),
      ('[ae]s$', ''), ('(?<=i)n$', 'm'), ('(?<=i)m$', 'n'),
      ('nt$', 'nn'), ('nn$', 'nt'), ('lt$', 'll'), ('ll$', 'lt'), ('rt$', 'rr'), ('rr$', 'rt'),
      ('mp$', 'mm'), ('mm$', 'mp'), ('nk$', 'ng'), ('ng$', 'nk'),
      ('(?<=[aeiouyhl])t$', 'd'), ('(?<=[aeiouyh])d$', 't'), ('(?<=[aeiouylr])p$', 'v'), ('(?<=[aeiouylr])v$', 'p'),
      ('kk$', 'k'), ('pp$', 'p'), ('tt$', 't'), ('(?<=h)k$', '')
  ), cut (c) as (
    select regexp_replace(b, ending, other) from base, rule where ending = '' or b ~ ending
    union
    select regexp_replace(word, 'iones$', 'ion') where word ~ 'iones$'
  )
  select c from cut where length(c) >= 4;
end;

-- In Russian, the vowel that comes and goes: ошибка, ошибок; письмо, писем; копейка, копеек.
create function search_cuts_cyrillic(word text) returns setof text
language sql immutable strict parallel safe
begin atomic
  with base (b) as (
    select word union select stem from unnest(ts_lexize('russian_stem', word)) stem
  ), rule (ending, other) as (
    values ('', ''), ('(?<=[^аеёиоуыэюяйь])[ое](?=[^аеёиоуыэюяйь]$)', ''), ('(?<=[^аеёиоуыэюяйь])е(?=[^аеёиоуыэюяйь]$)', 'ь'),
      ('(?<=[аеиоуыэюя])е(?=[^аеёиоуыэюяйь]$)', 'й'), ('[йь](?=[^аеёиоуыэюяйь]$)', 'е'),
      ('(?<=[^аеёиоуыэюяйь])(?=[^аеёиоуыэюяйь]$)', 'о'), ('(?<=[^аеёиоуыэюяйь])(?=[^аеёиоуыэюяйь]$)', 'е')
  )
  select distinct c from base, rule, lateral (select regexp_replace(b, ending, other) as c) cut
  where (ending = '' or b ~ ending) and length(c) >= greatest(3, 0.5 * length(word));
end;

-- One folded word in every form that means it: as written, its stem in each language and, unless `exact`, everything that
-- begins with it (from two letters on) or with one of its cuts.
create function search_word(word text, exact boolean) returns text
language sql immutable strict parallel safe
begin atomic
  with form (f) as (
    select quote_literal(word) || case when exact or length(word) < 2 then '' else ':*' end
    union
    select quote_literal(stem)
    from unnest(array['english_stem', 'finnish_stem', 'spanish_stem', 'russian_stem']::regdictionary[]) dictionary,
      lateral unnest(ts_lexize(dictionary, word)) stem
    where stem <> ''
    union
    select quote_literal(cut) || ':*' from search_cuts_latin(word) cut where not exact and word ~ '^[a-z]+$'
    union
    select quote_literal(cut) || ':*' from search_cuts_cyrillic(word) cut where not exact and word ~ '^[а-я]+$'
  )
  select '(' || string_agg(f, ' | ') || ')' from form;
end;

-- What was typed as one piece. 'wi-fi' is two words in a row, or both written together.
create function search_piece(piece text, exact boolean) returns text
language sql immutable strict parallel safe
begin atomic
  with word (w, n) as (
    select left(part, 64), n from unnest(string_to_array(search_words(piece), ' ')) with ordinality as p (part, n)
    where part <> '' and n <= 12
  )
  select case count(*)
    when 0 then null
    when 1 then search_word(min(w), exact)
    else '((' || string_agg(quote_literal(w), ' <-> ' order by n) || case when exact then ')' else ':*)' end
      || ' | ' || quote_literal(left(string_agg(w, '' order by n), 64)) || case when exact then ')' else ':*)' end
  end
  from word;
end;

-- Words in a row exactly as written; the weights keep stems out of it.
create function search_phrase(phrase text) returns text
language sql immutable strict parallel safe
begin atomic
  select '(' || string_agg(quote_literal(left(part, 64)) || ':AB', ' <-> ' order by n) || ')'
  from unnest(string_to_array(search_words(phrase), ' ')) with ordinality as p (part, n)
  where part <> '' and n <= 24;
end;

-- Whether a word says nothing by itself in a language ('en', 'fi', 'es', 'ru'): the, ja, de, и.
create function search_is_small(word text, language text) returns boolean
language sql immutable strict parallel safe
begin atomic
  select coalesce(bool_or(cardinality(ts_lexize(dictionary, spelt)) = 0), false)
  from (values ('en', 'english_stem'::regdictionary), ('fi', 'finnish_stem'), ('es', 'spanish_stem'), ('ru', 'russian_stem'))
      as d (code, dictionary),
    unnest(array[lower(word collate "und-x-icu"), fold(word)]) spelt
  where code = language;
end;

-- The query: all words and phrases, none of `without`. Small words of the language count only when nothing else was typed.
-- Null when there is nothing to look for. `exact` leaves out beginnings and cuts, for ranking.
create function search_query(words text[], phrases text[], without text[], language text, exact boolean) returns tsquery
language sql immutable parallel safe
begin atomic
  with piece (clause, small) as (
    select search_piece(w, exact), search_is_small(w, language) from unnest(words) w
    union all
    select search_phrase(p), false from unnest(phrases) p
  ), meant (clause) as (
    select clause from piece
    where clause is not null and (not small or not exists (select from piece where clause is not null and not small))
  ), unwanted (clause) as (
    select '!' || clause from (select search_piece(w, true) from unnest(without) w) x (clause) where clause is not null
  )
  select (string_agg(clause, ' & ') || coalesce((select ' & ' || string_agg(clause, ' & ') from unwanted), ''))::tsquery
  from meant;
end;
