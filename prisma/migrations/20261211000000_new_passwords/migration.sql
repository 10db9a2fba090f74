-- AlterTable
ALTER TABLE "person" ADD COLUMN     "password_asked_at" TIMESTAMPTZ(3);
