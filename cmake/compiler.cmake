# How everything of ours is compiled.

# One named list of warnings. For everybody who changes the code they are errors; for a host, whose compiler may be
# newer than ours, they are not.
set(FABNUM_WARNINGS
    -Wall -Wextra -Wpedantic
    -Wshadow                # one name, one thing
    -Wconversion            # no silent loss of a value
    -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wsuggest-override
    -Wduplicated-cond -Wduplicated-branches -Wlogical-op
    -Wimplicit-fallthrough
    # Guesses of the optimiser that g++ 12 gets wrong in std::string and std::variant (GCC bugs 105651, 105562, 105593);
    # the sanitizers look for the real thing.
    -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread -Wno-maybe-uninitialized)

option(FABNUM_HARDENED "Compile in the defences of a program that faces the Internet" OFF)
if(FABNUM_HARDENED)
    add_compile_definitions(_FORTIFY_SOURCE=2 $<$<COMPILE_LANGUAGE:CXX>:_GLIBCXX_ASSERTIONS>)
    add_compile_options(
        "$<$<COMPILE_LANGUAGE:C,CXX>:-fstack-protector-strong;-fstack-clash-protection;-ftrivial-auto-var-init=zero>"
        # Two builds in two folders are the same program.
        "$<$<COMPILE_LANGUAGE:C,CXX>:-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.>")
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64")
        add_compile_options($<$<COMPILE_LANGUAGE:C,CXX>:-fcf-protection>)
    endif()
    add_link_options(-pie -Wl,-z,relro,-z,now)
endif()

# A cache and a fast linker, when the machine has them.
find_program(CCACHE ccache)
if(CCACHE)
    # Without these, ccache takes no file that uses a precompiled header.
    set(launcher ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()
find_program(MOLD mold)
if(MOLD)
    add_link_options(-fuse-ld=mold)
endif()
