-- CreateTable
CREATE TABLE "firm" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "former_names" TEXT[],
    "credit_code" TEXT,
    "registered_on" TEXT,
    "industry" TEXT,
    "field" TEXT,
    "place" TEXT,
    "project_id" UUID,
    "merged_into_id" UUID,
    "import_id" UUID,

    CONSTRAINT "firm_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "firm_fact" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "metric" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" UUID,
    "note" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "firm_fact_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "firm_paper" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "register" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "level" TEXT,
    "on" TEXT NOT NULL,
    "until" TEXT,
    "own" BOOLEAN NOT NULL DEFAULT true,
    "in_use" BOOLEAN NOT NULL DEFAULT true,
    "high_value" BOOLEAN NOT NULL DEFAULT false,
    "amount" BIGINT,
    "technology_amount" BIGINT,
    "party" TEXT,
    "import_id" UUID,
    "withdrawn_on" TEXT,
    "reason" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "firm_paper_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "qualification" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "applied_on" TEXT NOT NULL,
    "version" TEXT,
    "verdict" TEXT,
    "explanation" JSONB,
    "facts" JSONB,
    "number" TEXT,
    "issued_on" TEXT,
    "expires_on" TEXT,
    "ended_on" TEXT,
    "reason" TEXT,
    "import_id" UUID,

    CONSTRAINT "qualification_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "district_id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "low" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,
    "gaps" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("district_id","firm_id","rule")
);

-- CreateTable
CREATE TABLE "firm_import" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "register" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "lines" INTEGER NOT NULL,
    "rows" JSONB NOT NULL,
    "faults" JSONB NOT NULL,
    "fresh" INTEGER NOT NULL,
    "known" INTEGER NOT NULL,

    CONSTRAINT "firm_import_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateIndex
CREATE INDEX "firm_district_id_project_id_idx" ON "firm"("district_id", "project_id");

-- CreateIndex
CREATE INDEX "firm_district_id_merged_into_id_idx" ON "firm"("district_id", "merged_into_id");

-- CreateIndex
CREATE UNIQUE INDEX "firm_district_id_credit_code_key" ON "firm"("district_id", "credit_code");

-- CreateIndex
CREATE INDEX "firm_fact_district_id_firm_id_idx" ON "firm_fact"("district_id", "firm_id");

-- CreateIndex
CREATE INDEX "firm_fact_district_id_source_id_idx" ON "firm_fact"("district_id", "source_id");

-- CreateIndex
CREATE INDEX "firm_paper_district_id_firm_id_idx" ON "firm_paper"("district_id", "firm_id");

-- CreateIndex
CREATE UNIQUE INDEX "firm_paper_district_id_register_number_key" ON "firm_paper"("district_id", "register", "number");

-- CreateIndex
CREATE INDEX "qualification_district_id_firm_id_idx" ON "qualification"("district_id", "firm_id");

-- CreateIndex
CREATE UNIQUE INDEX "qualification_district_id_key_number_key" ON "qualification"("district_id", "key", "number");

-- CreateIndex
CREATE INDEX "assessment_district_id_rule_verdict_idx" ON "assessment"("district_id", "rule", "verdict");

-- AddForeignKey
ALTER TABLE "firm" ADD CONSTRAINT "firm_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firm" ADD CONSTRAINT "firm_district_id_merged_into_id_fkey" FOREIGN KEY ("district_id", "merged_into_id") REFERENCES "firm"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firm_fact" ADD CONSTRAINT "firm_fact_district_id_firm_id_fkey" FOREIGN KEY ("district_id", "firm_id") REFERENCES "firm"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firm_paper" ADD CONSTRAINT "firm_paper_district_id_firm_id_fkey" FOREIGN KEY ("district_id", "firm_id") REFERENCES "firm"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "qualification" ADD CONSTRAINT "qualification_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "qualification" ADD CONSTRAINT "qualification_district_id_firm_id_fkey" FOREIGN KEY ("district_id", "firm_id") REFERENCES "firm"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_district_id_firm_id_fkey" FOREIGN KEY ("district_id", "firm_id") REFERENCES "firm"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firm_import" ADD CONSTRAINT "firm_import_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
