/** Words that no name in Python can be. */
export const PYTHON_KEYWORDS = words(`
  False None True and as assert async await break class continue def del elif else except finally for
  from global if import in is lambda nonlocal not or pass raise return try while with yield`);

/** Built-in types that stand in annotations beside the field; a field of that name would hide them. */
export const PYTHON_TYPES = words(
  'bool bytes dict float frozenset int list object set str tuple type',
);

/** Words that standard SQL, PostgreSQL and SQLite do not take as names without quotes. */
export const SQL_RESERVED = words(`
  add all alter analyse analyze and any array as asc asymmetric authorization autoincrement between
  binary both case cast check collate collation column commit concurrently constraint create cross
  current_catalog current_date current_role current_schema current_time current_timestamp current_user
  default deferrable delete desc distinct do drop else end escape except exists false fetch for foreign
  freeze from full glob grant group having if ilike in index initially inner insert intersect into is
  isnull join lateral leading left like limit localtime localtimestamp natural not nothing notnull null
  offset on only or order outer overlaps placing primary references regexp returning right select
  session_user set similar some symmetric system_user table tablesample then to trailing transaction
  true union unique update user using values variadic verbose when where window with`);

/** Words that MySQL and MariaDB reserve besides. */
export const MYSQL_RESERVED = words(`
  accessible before bigint blob by call cascade change char character condition continue convert cube
  cume_dist cursor database databases day_hour day_microsecond day_minute day_second dec decimal declare
  delayed dense_rank describe deterministic distinctrow div double dual each elseif empty enclosed
  escaped exit explain first_value float float4 float8 force fulltext function generated get grouping
  groups high_priority hour_microsecond hour_minute hour_second ignore infile inout insensitive int int1
  int2 int3 int4 int8 integer interval io_after_gtids io_before_gtids iterate json_table key keys kill
  lag last_value lead leave linear lines load lock long longblob longtext loop low_priority match
  maxvalue mediumblob mediumint mediumtext middleint minute_microsecond minute_second mod modifies
  no_write_to_binlog nth_value ntile numeric of optimize option optionally out outfile over partition
  percent_rank precision procedure purge range rank read reads real recursive release rename repeat
  replace require resignal restrict return revoke rlike row row_number rows schema schemas
  second_microsecond sensitive separator show signal smallint spatial specific sql sqlexception sqlstate
  sqlwarning ssl starting stored straight_join terminated tinyblob tinyint tinytext trigger undo unlock
  unsigned usage use utc_date utc_time utc_timestamp varbinary varchar varcharacter varying virtual while
  write xor year_month zerofill`);

/** Names that no reader tells from a digit; linters refuse them. */
export const AMBIGUOUS = words('l');

/** Fields that every entity has. */
export const BUILT_IN_FIELDS = words('id created_at updated_at');

/** Names that mapped classes and schemas use themselves. */
export const CLASS_ATTRIBUTES = words(`
  metadata registry model_config model_fields model_computed_fields model_extra model_fields_set
  model_construct model_copy model_dump model_dump_json model_json_schema model_post_init model_rebuild
  model_validate model_validate_json model_validate_strings model_parametrized_name
  construct copy dict from_orm json parse_file parse_obj parse_raw schema schema_json
  update_forward_refs validate self cls`);

/** Parameters that every list of the API has. */
export const LIST_PARAMETERS = words('limit offset sort');

/** Names of classes that an entity would hide in the files about it. */
export const TAKEN_CLASS_NAMES = words(`
  Annotated Any Base BaseModel Decimal Ellipsis Enum Exception Literal Mapped NotImplemented Self UUID
  Warning`);

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/u));
}
