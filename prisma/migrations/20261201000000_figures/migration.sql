-- CreateTable
CREATE TABLE "statistic" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "metric" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "value" BIGINT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "statistic_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "figure_book" (
    "district_id" UUID NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "figure_book_pkey" PRIMARY KEY ("district_id")
);

-- CreateTable
CREATE TABLE "tally" (
    "id" BIGSERIAL NOT NULL,
    "district_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "subject" UUID NOT NULL,
    "record" TEXT NOT NULL,
    "aggregate_id" UUID NOT NULL,
    "sort" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "project_id" UUID,
    "title" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "until" DATE,
    "amount" BIGINT NOT NULL,
    "known_from" TIMESTAMPTZ(3) NOT NULL,
    "known_to" TIMESTAMPTZ(3),

    CONSTRAINT "tally_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tally_sum" (
    "district_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "sort" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "known_on" DATE NOT NULL,
    "came" BIGINT NOT NULL,
    "came_amount" BIGINT NOT NULL,
    "went" BIGINT NOT NULL,
    "went_amount" BIGINT NOT NULL,

    CONSTRAINT "tally_sum_pkey" PRIMARY KEY ("district_id","source","sort","place","day","known_on")
);

-- CreateTable
CREATE TABLE "simulation" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "of" TEXT,
    "day" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "result" JSONB NOT NULL,
    "by_id" UUID,
    "note" TEXT,

    CONSTRAINT "simulation_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "issued_report" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "sha256" TEXT NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "issued_report_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "statistic_district_id_metric_period_key" ON "statistic"("district_id", "metric", "period");

-- CreateIndex
CREATE INDEX "tally_district_id_source_subject_idx" ON "tally"("district_id", "source", "subject");

-- CreateIndex
CREATE INDEX "tally_district_id_source_on_idx" ON "tally"("district_id", "source", "on");

-- CreateIndex
CREATE INDEX "tally_district_id_known_from_idx" ON "tally"("district_id", "known_from");

-- CreateIndex
CREATE INDEX "tally_district_id_known_to_idx" ON "tally"("district_id", "known_to");

-- AddForeignKey
ALTER TABLE "statistic" ADD CONSTRAINT "statistic_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "simulation" ADD CONSTRAINT "simulation_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issued_report" ADD CONSTRAINT "issued_report_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
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

-- What figures count is read once from all that is there already: it is owed to the district's first event.
INSERT INTO "pending" ("district_id", "event_id", "reaction")
SELECT "district_id", "id", 'count-what-happened' FROM "event" WHERE "name" = 'district:opened';
