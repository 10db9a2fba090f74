-- Every key names the district, and no foreign key follows a changed one, so that rows can be spread over servers by district (Citus).
ALTER TABLE "tally" DROP CONSTRAINT "tally_pkey", ADD CONSTRAINT "tally_pkey" PRIMARY KEY ("district_id", "id");

DROP INDEX "person_user_id_key";
CREATE UNIQUE INDEX "person_district_id_user_id_key" ON "person"("district_id", "user_id");
CREATE INDEX "person_user_id_idx" ON "person"("user_id");

DO $$
DECLARE
  k record;
BEGIN
  FOR k IN
    SELECT conrelid::regclass AS held, conname AS name, pg_get_constraintdef(oid) AS says FROM pg_constraint
    WHERE contype = 'f' AND confupdtype = 'c' AND connamespace = current_schema()::regnamespace
      AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = conrelid AND a.attnum = ANY (conkey) AND a.attname = 'district_id')
  LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I, ADD CONSTRAINT %I %s', k.held, k.name, k.name, replace(k.says, 'ON UPDATE CASCADE', 'ON UPDATE RESTRICT'));
  END LOOP;
END $$;
