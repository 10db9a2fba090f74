-- CreateTable
CREATE TABLE "policy" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "benefit" JSONB NOT NULL,
    "opens_on" TEXT NOT NULL,
    "closes_on" TEXT,
    "papers" TEXT[],
    "automatic" BOOLEAN NOT NULL,
    "budgeted" BOOLEAN NOT NULL,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "policy_claim" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "policy_id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "automatic" BOOLEAN NOT NULL,
    "amount" BIGINT NOT NULL,
    "explanation" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "applied_on" TEXT NOT NULL,
    "paid_on" TEXT,
    "reference" TEXT,
    "reason" TEXT,
    "lives" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "policy_claim_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateIndex
CREATE INDEX "policy_claim_district_id_policy_id_idx" ON "policy_claim"("district_id", "policy_id");

-- CreateIndex
CREATE INDEX "policy_claim_district_id_firm_id_idx" ON "policy_claim"("district_id", "firm_id");

-- AddForeignKey
ALTER TABLE "policy" ADD CONSTRAINT "policy_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_claim" ADD CONSTRAINT "policy_claim_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_claim" ADD CONSTRAINT "policy_claim_district_id_policy_id_fkey" FOREIGN KEY ("district_id", "policy_id") REFERENCES "policy"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_claim" ADD CONSTRAINT "policy_claim_district_id_firm_id_fkey" FOREIGN KEY ("district_id", "firm_id") REFERENCES "firm"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX "policy_claim_once" ON "policy_claim" (district_id, policy_id, firm_id) WHERE lives;

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
