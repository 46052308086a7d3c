# SPDX-License-Identifier: Apache-2.0
# awk -v prefix=DIR/ -f unity.awk FILE…: prints "BATCH FILE" for each C++ source, so that a batch can be compiled as one.
# Two files whose anonymous namespaces give different things the same name never share a batch; a batch has at most 12 files
# and 2,000 lines. It reads what clang-format leaves: namespaces open and close at the start of a line, and so do their members.
function note(name, meaning) { names[++count] = name SUBSEP meaning }
function place(    batch, i, part) {
  for (batch = 1; batch <= batches; batch++) {
    if (files[batch] >= 12 || lines[batch] + length_of > 2000) continue
    for (i = 1; i <= count; i++) {
      split(names[i], part, SUBSEP)
      if ((batch, part[1]) in held && held[batch, part[1]] != part[2]) break
    }
    if (i > count) break
  }
  if (batch > batches) batches = batch
  for (i = 1; i <= count; i++) { split(names[i], part, SUBSEP); held[batch, part[1]] = part[2] }
  files[batch]++; lines[batch] += length_of
  print batch, current
}
FNR == 1 { if (current) place(); current = FILENAME; count = 0; length_of = 0; outer = ""; hidden = 0 }
{ length_of++ }
/^namespace [a-z_:0-9]+ \{/ { outer = $2 }
/^namespace \{/ { hidden = 1; next }
/^\}  \/\/ namespace$/ { hidden = 0 }
/^(namespace|using) [A-Za-z_0-9]+ = / { target = $0; sub(/^[^=]*= /, "", target); note(outer "::" $2, target); next }
/^using [A-Za-z_0-9:]+;/ { target = $2; name = $2; sub(/.*::/, "", name); note(outer "::" name, target); next }
/^BOOST_DESCRIBE_/ { text = $0; sub(/[,)].*/, "", text); note(outer "::" text, current); next }
(hidden || /^(static|constexpr) /) && /^[A-Za-z_\[]/ {
  text = $0
  sub(/ *([({=;\[]| : ).*/, "", text)  # up to the name's end
  sub(/ final$/, "", text)
  gsub(/<[^<>]*>/, "", text)
  if (match(text, /[A-Za-z_0-9]+$/)) {
    name = substr(text, RSTART)
    if (name !~ /^[A-Z0-9_]+$/ || length(name) == 1) note(outer "::" name, current)
  }
}
END { if (current) place() }
