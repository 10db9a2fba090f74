-- CreateTable
CREATE TABLE "rule_version" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "based_on" TEXT NOT NULL,
    "applies_to" JSONB,
    "root" JSONB NOT NULL,
    "in_force_from" TEXT,
    "in_force_to" TEXT,

    CONSTRAINT "rule_version_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "holiday" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "worked" BOOLEAN NOT NULL,
    "paper" TEXT NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateIndex
CREATE INDEX "rule_version_district_id_key_idx" ON "rule_version"("district_id", "key");

-- CreateIndex
CREATE INDEX "holiday_district_id_from_idx" ON "holiday"("district_id", "from");

-- AddForeignKey
ALTER TABLE "rule_version" ADD CONSTRAINT "rule_version_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holiday" ADD CONSTRAINT "holiday_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
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
