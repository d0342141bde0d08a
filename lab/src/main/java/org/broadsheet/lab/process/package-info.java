/// The process that runs a reproduction, from both sides. Inside it: [Main] finds the reproductions
/// and writes what they tell as lines of JSON. Outside: [LabProgram] starts it and [RunProcess]
/// reads the lines. Reproductions are loaded inside alone.
@NullMarked
package org.broadsheet.lab.process;

import org.jspecify.annotations.NullMarked;
