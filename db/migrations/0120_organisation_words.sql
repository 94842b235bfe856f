-- Organisations are found by the beginning of their words, in the order of the index: what a search costs depends
-- on what it shows, not on how many organisations there are.

-- sqlite:
CREATE TABLE organisation_words (
    word            TEXT   NOT NULL,
    search_key      TEXT   NOT NULL,
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    PRIMARY KEY (word, search_key, organisation_id)
);
-- postgres:
CREATE TABLE organisation_words (
    word            TEXT   COLLATE "C" NOT NULL,
    search_key      TEXT   COLLATE "C" NOT NULL,
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    PRIMARY KEY (word, search_key, organisation_id)
);
-- both:
CREATE INDEX organisation_words_by_organisation ON organisation_words (organisation_id, word);

-- Those who are there already.
-- sqlite:
INSERT INTO organisation_words (word, search_key, organisation_id)
WITH RECURSIVE cut(id, search_key, word, rest) AS (
    SELECT id, search_key, '',
           replace(replace(replace(replace(replace(replace(replace(search_key, '''', ' '), '-', ' '), '.', ' '),
                   ',', ' '), '/', ' '), '(', ' '), ')', ' ') || ' '
      FROM organisations
     UNION ALL
    SELECT id, search_key, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1)
      FROM cut
     WHERE rest <> '')
SELECT DISTINCT word, search_key, id FROM cut WHERE word <> '';
-- postgres:
INSERT INTO organisation_words (word, search_key, organisation_id)
SELECT DISTINCT word, search_key, id
  FROM organisations
 CROSS JOIN LATERAL regexp_split_to_table(search_key, '[ ''.,/()-]+') AS word
 WHERE word <> '';
-- both:
