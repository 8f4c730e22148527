-- One register per sheet of the exchange format, written by store/register-ddl.ts from the declarations.
-- key: the values of the key columns in one text. superseded_at: null while nothing answers the record.
-- answers: the record that this one corrects. withdrawn: the record says that the key holds no more.
-- act: added, corrected, ended or undone; what the record did when it came.
create table register_region (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "region_code" text collate "C" not null, "name" text not null, "office_name" text not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_organisations (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "org_id" text collate "C" not null, "name" text not null, "aliases" text[] not null, "kind" text collate "C" not null, "division_code" text collate "C" not null, "credit_code" text collate "C",
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_parks (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "park_id" text collate "C" not null, "name" text not null, "division_code" text collate "C" not null, "main" boolean not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_services (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "park_id" text collate "C" not null, "programme_id" text collate "C" not null, "valid_from" date not null, "valid_to" date,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_schools (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "school_id" text collate "C" not null, "on" date not null, "pilot_stage" text collate "C", "pilot_from" date, "pilot_to" date, "total_land_m2" numeric not null, "total_building_m2" numeric not null, "total_equipment_yuan" numeric not null, "secondary_students" bigint not null, "secondary_teachers" bigint not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_campuses (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "campus_id" text collate "C" not null, "name" text not null, "school_id" text collate "C" not null, "college_id" text collate "C" not null, "division_code" text collate "C" not null, "park_id" text collate "C", "form" text collate "C" not null, "status" text collate "C" not null, "opened_on" date, "payer_id" text collate "C",
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_land (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "parcel_id" text collate "C" not null, "campus_id" text collate "C" not null, "area_m2" numeric not null, "share" numeric not null, "valid_from" date not null, "valid_to" date,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create index on register_land (region_id, campus_id);
create table register_rooms (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "room_id" text collate "C" not null, "campus_id" text collate "C" not null, "name" text, "use" text collate "C" not null, "area_m2" numeric not null, "share" numeric not null, "valid_from" date not null, "valid_to" date,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create index on register_rooms (region_id, campus_id);
create table register_facilities (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "campus_id" text collate "C" not null, "kind" text collate "C" not null, "present" boolean not null, "checked_on" date not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create index on register_facilities (region_id, campus_id);
create table register_bases (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "base_id" text collate "C" not null, "campus_id" text collate "C" not null, "name" text not null, "stations" bigint not null, "majors" text[] not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create index on register_bases (region_id, campus_id);
create table register_equipment (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "asset_id" text collate "C" not null, "campus_id" text collate "C" not null, "base_id" text collate "C", "name" text not null, "value_yuan" numeric not null, "acquired_on" date not null, "retired_on" date, "share" numeric not null, "owner" text collate "C" not null, "agreement_until" date,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create index on register_equipment (region_id, campus_id);
create table register_staff (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "person_id" text collate "C" not null, "name" text not null, "employer_id" text collate "C" not null, "stage" text collate "C" not null, "campus_id" text collate "C", "school_id" text collate "C", "post" text collate "C" not null, "employment" text collate "C" not null, "share" numeric not null, "degree" text collate "C" not null, "title" text collate "C" not null, "qualified" boolean not null, "dual_qualified" boolean, "industry_expert" boolean, "valid_from" date not null, "valid_to" date, "exception_until" date,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create index on register_staff (region_id, campus_id);
create index on register_staff (region_id, person_id);
create table register_classes (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "class_id" text collate "C" not null, "campus_id" text collate "C" not null, "head_id" text collate "C", "valid_from" date not null, "valid_to" date,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create index on register_classes (region_id, campus_id);
create table register_teaching (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "campus_id" text collate "C" not null, "term" text collate "C" not null, "course" text collate "C" not null, "kind" text collate "C" not null, "higher_code" text collate "C" not null, "person_id" text collate "C" not null, "hours" numeric not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create index on register_teaching (region_id, campus_id);
create table register_programmes (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "programme_id" text collate "C" not null, "school_id" text collate "C" not null, "college_id" text collate "C" not null, "campus_id" text collate "C", "secondary_code" text collate "C" not null, "higher_code" text collate "C" not null, "name" text not null, "enterprises" text[] not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create index on register_programmes (region_id, campus_id);
create table register_students (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "student_id" text collate "C" not null, "name" text not null, "sex" text collate "C" not null, "birth_date" date not null, "id_number" text collate "C", "programme_id" text collate "C" not null, "school_id" text collate "C" not null, "campus_id" text collate "C", "cohort" integer not null, "stage" text collate "C" not null, "grade" bigint not null, "status" text collate "C" not null, "class_id" text collate "C", "boarder" boolean, "valid_from" date not null, "valid_to" date,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create index on register_students (region_id, campus_id);
create table register_headcounts (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "campus_id" text collate "C" not null, "on" date not null, "higher_students" bigint not null, "boarders" bigint,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create index on register_headcounts (region_id, campus_id);
create table register_intakes (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "year" integer not null, "school_id" text collate "C" not null, "programme_id" text collate "C" not null, "planned" bigint, "admitted" bigint, "registered" bigint,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_guardians (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "student_id" text collate "C" not null, "name" text collate "C" not null, "relation" text not null, "phone" text,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_filings (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "student_id" text collate "C" not null, "list_no" text not null, "filed_on" date not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_agreements (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "student_id" text collate "C" not null, "signed_student_on" date, "signed_guardian_on" date, "signed_school_on" date, "signed_college_on" date, "places" text[] not null, "copies_issued" bigint not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_insurance (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "policy_no" text collate "C" not null, "kind" text collate "C" not null, "student_id" text collate "C" not null, "valid_from" date not null, "valid_to" date not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_internships (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "student_id" text collate "C" not null, "employer_id" text collate "C" not null, "valid_from" date not null, "valid_to" date not null, "agreement_on" date, "safety_training_on" date,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_results (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "student_id" text collate "C" not null, "kind" text collate "C" not null, "on" date not null, "score" numeric not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_certificates (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "student_id" text collate "C" not null, "kind" text collate "C" not null, "name" text not null, "level" text collate "C" not null, "number" text collate "C" not null, "issued_on" date not null, "verified" boolean not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_credits (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "student_id" text collate "C" not null, "required" numeric not null, "earned" numeric not null, "conduct_ok" boolean, "internship_ok" boolean, "certificate_exemption" text,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_destinations (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "student_id" text collate "C" not null, "code" text collate "C" not null, "employer_id" text collate "C", "employer_credit_code" text collate "C", "workplace_division" text collate "C", "industry" text, "contract" text, "wage_band" text, "recorded_on" date not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_calendar (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "college_id" text collate "C" not null, "academic_year" integer not null, "first_day" date not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_charges (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "student_id" text collate "C" not null, "academic_year" integer not null, "kind" text collate "C" not null, "amount_yuan" numeric not null, "due_on" date not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_receipts (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "receipt_id" text collate "C" not null, "student_id" text collate "C" not null, "academic_year" integer not null, "kind" text collate "C" not null, "amount_yuan" numeric not null, "received_on" date not null, "received_by" text collate "C", "source" text collate "C",
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_departures (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "student_id" text collate "C" not null, "on" date not null, "kind" text collate "C" not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_custody_spending (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "spending_id" text collate "C" not null, "student_id" text collate "C" not null, "academic_year" integer not null, "item" text not null, "amount_yuan" numeric not null, "spent_on" date not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_shares (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "school_id" text collate "C" not null, "college_id" text collate "C" not null, "tuition_share" numeric not null, "valid_from" date not null, "valid_to" date,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_grant_standards (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "fiscal_year" integer not null, "college_id" text collate "C" not null, "yuan_per_student" numeric not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_grant_headcounts (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "campus_id" text collate "C" not null, "on" date not null, "students" bigint not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create index on register_grant_headcounts (region_id, campus_id);
create table register_grant_receipts (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "receipt_id" text collate "C" not null, "campus_id" text collate "C", "payer_id" text collate "C", "fiscal_year" integer not null, "amount_yuan" numeric not null, "received_on" date not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create index on register_grant_receipts (region_id, campus_id);
create table register_payments (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "payment_id" text collate "C" not null, "kind" text collate "C" not null, "of" text collate "C", "from_id" text collate "C" not null, "to_id" text collate "C" not null, "academic_year" integer, "fiscal_year" integer, "amount_yuan" numeric not null, "paid_on" date not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_lecture_rates (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "title" text collate "C" not null, "yuan_per_hour" numeric not null, "valid_from" date not null, "valid_to" date,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create table register_budgets (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "payer_id" text collate "C" not null, "campus_id" text collate "C" not null, "fiscal_year" integer not null, "category" text collate "C" not null, "amount_yuan" numeric not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create index on register_budgets (region_id, campus_id);
create table register_spending (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "spending_id" text collate "C" not null, "campus_id" text collate "C" not null, "fund" text collate "C" not null, "category" text collate "C" not null, "amount_yuan" numeric not null, "spent_on" date not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create index on register_spending (region_id, campus_id);
create table register_options (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "option_id" text collate "C" not null, "campus_id" text collate "C", "kind" text collate "C" not null, "unit" numeric not null, "cost_yuan" numeric not null, "yearly_yuan" numeric, "max" bigint, "from_year" integer not null,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
create index on register_options (region_id, campus_id);
create table register_limits (
  region_id integer not null, record_id bigint not null, key text collate "C" not null,
  "year" integer not null, "budget_yuan" numeric, "max_classes" bigint,
  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,
  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));
