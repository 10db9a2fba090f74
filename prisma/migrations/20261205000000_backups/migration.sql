-- CreateTable
CREATE TABLE "backup" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "folder" TEXT,
    "rows" BIGINT,
    "files" INTEGER,
    "bytes" BIGINT,
    "failure" TEXT,

    CONSTRAINT "backup_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateIndex
CREATE INDEX "backup_district_id_asked_at_idx" ON "backup"("district_id", "asked_at");

-- AddForeignKey
ALTER TABLE "backup" ADD CONSTRAINT "backup_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
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
