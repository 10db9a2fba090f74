-- CreateIndex
CREATE INDEX "audit_entry_district_id_at_idx" ON "audit_entry"("district_id", "at");
