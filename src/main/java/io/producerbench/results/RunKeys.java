package io.producerbench.results;

/** The columns that say which run a row belongs to. */
public final class RunKeys {
    public static final ColumnKey SCHEMA_VERSION = new ColumnKey("schema_version");
    public static final ColumnKey RUN_ID = new ColumnKey("run_id");
    public static final ColumnKey STARTED_AT = new ColumnKey("started_at");
    public static final ColumnKey COMMIT = new ColumnKey("commit");
    public static final ColumnKey DIRTY = new ColumnKey("dirty");
    public static final ColumnKey CLUSTER_KIND = new ColumnKey("cluster_kind");
    public static final ColumnKey BROKER_VERSION = new ColumnKey("broker_version");
    public static final ColumnKey CLIENT_VERSION = new ColumnKey("client_version");
    public static final ColumnKey JDK = new ColumnKey("jdk");
    public static final ColumnKey CPU_MODEL = new ColumnKey("cpu_model");
    public static final ColumnKey CORES = new ColumnKey("cores");
    public static final ColumnKey CAPACITY_VALID = new ColumnKey("capacity_valid");
    /** How many hosts gave the load; a column of {@code samples.csv} from schema 7 on. */
    public static final ColumnKey HOSTS = new ColumnKey("hosts");

    public static final ColumnKey SEED = new ColumnKey("seed");

    private RunKeys() {}
}
