-- CreateTable
CREATE TABLE "glossary" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "names" JSONB NOT NULL,

    CONSTRAINT "glossary_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "glossary_district_id_key" ON "glossary"("district_id");

-- AddForeignKey
ALTER TABLE "glossary" ADD CONSTRAINT "glossary_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
-- A command writes an aggregate after the rows that belong to it.
DO $$
DECLARE constraint_row RECORD;
BEGIN
  FOR constraint_row IN
    SELECT conrelid::regclass AS table_name, conname FROM pg_constraint
    WHERE contype = 'f' AND confrelid = 'aggregate'::regclass AND NOT condeferrable
  LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY DEFERRED', constraint_row.table_name, constraint_row.conname);
  END LOOP;
END $$;
