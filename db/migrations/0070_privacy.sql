-- When a file was erased: nothing names that person any more. How long proofs are kept.

ALTER TABLE people ADD COLUMN erased_at BIGINT;

INSERT INTO parameters (key, value, valid_from, valid_to, source, grade)
VALUES ('retention.proof_years', 10, '2020-01-01', NULL, 'https://www.ocapiat.fr/utilisez-le-bon-modele-de-certificat-de-realisation/', 'secondary');
