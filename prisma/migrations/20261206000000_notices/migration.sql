-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "carried_by" UUID,
ADD COLUMN     "gathered" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "kind" TEXT,
ADD COLUMN     "person_id" UUID,
ADD COLUMN     "timed" BOOLEAN NOT NULL DEFAULT false;

UPDATE "delivery" d SET "kind" = n."kind", "person_id" = n."person_id" FROM "notification" n WHERE n."district_id" = d."district_id" AND n."id" = d."notification_id";

-- AlterTable
ALTER TABLE "delivery" ALTER COLUMN "kind" SET NOT NULL,
ALTER COLUMN "person_id" SET NOT NULL;

-- CreateTable
CREATE TABLE "notice_setting" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "zh_subject" TEXT,
    "zh_text" TEXT,
    "en_subject" TEXT,
    "en_text" TEXT,
    "mail" TEXT,

    CONSTRAINT "notice_setting_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "notice_habits" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "quiet_from" TEXT,
    "quiet_to" TEXT,
    "gathered_at" TEXT NOT NULL,
    "workdays_only" BOOLEAN NOT NULL,
    "kinds" JSONB NOT NULL,

    CONSTRAINT "notice_habits_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notice_setting_district_id_kind_key" ON "notice_setting"("district_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "notice_habits_district_id_person_id_key" ON "notice_habits"("district_id", "person_id");

-- CreateIndex
CREATE INDEX "delivery_district_id_person_id_kind_sent_at_idx" ON "delivery"("district_id", "person_id", "kind", "sent_at");

-- CreateIndex
CREATE INDEX "delivery_district_id_carried_by_idx" ON "delivery"("district_id", "carried_by");

-- AddForeignKey
ALTER TABLE "notice_setting" ADD CONSTRAINT "notice_setting_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_habits" ADD CONSTRAINT "notice_habits_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
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
