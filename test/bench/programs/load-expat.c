/* Reads the rows of an export with C expat, and prints what it took: load-expat FILE */
#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *COLUMNS[] = {"userPrincipalName", "displayName", "sourceAnchor", "alias", "proxyAddresses",
                                "onPremisesSamAccountName", "mail", NULL};
static char *kept;
static size_t used, room;
static long rows;
static int in_delta, in_hologram, wanted, in_value, pending;

static void keep(const char *text, size_t length) {
  if (used + length + 1 > room) {
    room = (used + length + 1) * 2;
    kept = realloc(kept, room);
    if (!kept) abort();
  }
  memcpy(kept + used, text, length);
  used += length;
  kept[used++] = 0;
}

static const char *attribute(const char **all, const char *name) {
  for (; *all; all += 2)
    if (!strcmp(*all, name)) return all[1];
  return "";
}

static void open_tag(void *data, const char *name, const char **all) {
  (void)data;
  if (!strcmp(name, "cs-object")) {
    pending = 0;
    keep(attribute(all, "cs-dn"), strlen(attribute(all, "cs-dn")));
    keep(attribute(all, "id"), strlen(attribute(all, "id")));
    keep(attribute(all, "object-type"), strlen(attribute(all, "object-type")));
  } else if (!strcmp(name, "unapplied-export")) in_delta = 1;
  else if (!strcmp(name, "delta") && in_delta) {
    const char *operation = attribute(all, "operation");
    pending = *operation && strcmp(operation, "none");
    keep(operation, strlen(operation));
  } else if (strstr(name, "-hologram")) in_hologram = 1;
  else if (!strcmp(name, "attr") || !strcmp(name, "dn-attr")) {
    const char *own = attribute(all, "name");
    if (in_delta) keep(own, strlen(own));
    for (int at = 0; in_hologram && COLUMNS[at]; at++)
      if (!strcmp(own, COLUMNS[at])) wanted = 1;
  } else if (wanted && !strcmp(name, "value")) in_value = 1;
}

static void text(void *data, const char *piece, int length) {
  (void)data;
  if (in_value) keep(piece, (size_t)length);
}

static void close_tag(void *data, const char *name) {
  (void)data;
  if (!strcmp(name, "value")) in_value = 0;
  else if (!strcmp(name, "attr") || !strcmp(name, "dn-attr")) wanted = 0;
  else if (!strcmp(name, "unapplied-export")) in_delta = 0;
  else if (strstr(name, "-hologram")) in_hologram = 0;
  else if (!strcmp(name, "cs-object")) rows += pending;
}

int main(int count, char **arguments) {
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  FILE *file = count > 1 ? fopen(arguments[1], "rb") : NULL;
  XML_Parser parser = XML_ParserCreate(NULL);
  if (!file || !parser) return 2;
  XML_SetElementHandler(parser, open_tag, close_tag);
  XML_SetCharacterDataHandler(parser, text);
  static char piece[256 * 1024];
  for (;;) {
    size_t length = fread(piece, 1, sizeof piece, file);
    if (XML_Parse(parser, piece, (int)length, length < sizeof piece) != XML_STATUS_OK) return 3;
    if (length < sizeof piece) break;
  }
  clock_gettime(CLOCK_MONOTONIC, &end);
  printf("{\"milliseconds\":%f,\"rows\":%ld}\n",
         (end.tv_sec - start.tv_sec) * 1e3 + (end.tv_nsec - start.tv_nsec) / 1e6, rows);
  return 0;
}
