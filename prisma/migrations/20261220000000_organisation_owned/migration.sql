-- CreateIndex
CREATE INDEX "organisation_district_id_parent_id_idx" ON "organisation"("district_id", "parent_id");
