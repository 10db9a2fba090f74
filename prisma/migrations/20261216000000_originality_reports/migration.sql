-- CreateTable
CREATE TABLE "originality_report" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "submission" INTEGER NOT NULL,
    "percent" DOUBLE PRECISION NOT NULL,
    "link" TEXT,
    "sources" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "dismissed_by" UUID,
    "note" TEXT,

    CONSTRAINT "originality_report_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "originality_report_district_id_entry_id_service_submission_key" ON "originality_report"("district_id", "entry_id", "service", "submission");

-- AddForeignKey
ALTER TABLE "originality_report" ADD CONSTRAINT "originality_report_district_id_entry_id_fkey" FOREIGN KEY ("district_id", "entry_id") REFERENCES "entry"("district_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
