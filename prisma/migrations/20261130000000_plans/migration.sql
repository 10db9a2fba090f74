-- CreateTable
CREATE TABLE "plan" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "plan_task" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "goal" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "done_on" TEXT,
    "evidence" TEXT,
    "moved" TEXT[],

    CONSTRAINT "plan_task_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "target" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "figure" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "value" BIGINT NOT NULL,
    "paper" TEXT,
    "plan_id" UUID,

    CONSTRAINT "target_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateIndex
CREATE INDEX "plan_task_district_id_plan_id_idx" ON "plan_task"("district_id", "plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "target_district_id_figure_year_place_key" ON "target"("district_id", "figure", "year", "place");

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_task" ADD CONSTRAINT "plan_task_district_id_plan_id_fkey" FOREIGN KEY ("district_id", "plan_id") REFERENCES "plan"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_district_id_plan_id_fkey" FOREIGN KEY ("district_id", "plan_id") REFERENCES "plan"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
