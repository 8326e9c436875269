package latchkey.directory;

/** What sort of tenant a directory is (Graph: {@code organization.tenantType}, facts §0.1). */
public enum DirectoryKind {
    AZURE_AD_B2C,
    EXTERNAL_ID,
    WORKFORCE
}
