package ai.nominate.tenantmgr.backup.files;

import java.util.List;

/**
 * What was packed of a tenant's files.
 *
 * @param leftOut sentences about what was not, for people; not all, if there are many
 * @param remarks what the program that read them said, such as that one changed meanwhile
 */
public record PackedFiles(long files, List<String> leftOut, List<String> remarks) {}
